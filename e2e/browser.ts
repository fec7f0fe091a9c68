import { existsSync } from 'node:fs'
import path from 'node:path'

/** A Chromium, Chrome or Edge on this machine, or nothing. CHROMIUM_PATH comes before every usual place. */
export function findBrowser(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH says ${chosen}, and there is no such file. Correct it or unset it.`)
  }
  return usualPlaces().find((place) => existsSync(place))
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const homes = ['/Applications', path.join(process.env.HOME ?? '', 'Applications')]
    return homes.flatMap((home) => apps.map((app) => path.join(home, `${app}.app`, 'Contents', 'MacOS', app)))
  }
  if (process.platform === 'win32') {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return homes.flatMap((home) => (home ? programs.map((program) => path.join(home, program)) : []))
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return folders.filter(Boolean).flatMap((folder) => names.map((name) => path.join(folder, name)))
}
