import Taro from '@tarojs/taro'

const full = (key: string) => `bole.${key}`

/**
 * What this device remembers. Whatever comes back goes through the caller's parser, because it may have been
 * written by an older version: what does not fit is dropped, and the parser may simply throw.
 */
export function recall<T>(key: string, parse: (stored: unknown) => T | undefined): T | undefined {
  try {
    const stored: unknown = Taro.getStorageSync(full(key))
    if (stored === '' || stored === undefined || stored === null) return undefined
    const value = parse(stored)
    if (value === undefined) forget(key)
    return value
  } catch {
    forget(key)
    return undefined
  }
}

/** False when the device has no room or forbids it; the app goes on without the memory. */
export function remember(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(full(key), value)
    return true
  } catch {
    return false
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(full(key))
  } catch {
    // Storage that cannot be read cannot be cleared either.
  }
}
