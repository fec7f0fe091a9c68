import JsdomEnvironment from 'jest-environment-jsdom'

/** What the database, the server's helpers and `fetch` need to be Node's own; jsdom keeps the document and its events. */
const NODES = [
  'setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate performance',
  'fetch Headers Request Response FormData Blob AbortController AbortSignal URL URLSearchParams ReadableStream',
  'TextEncoder TextDecoder structuredClone crypto ArrayBuffer Uint8Array',
].flatMap((names) => names.split(' '))

/** A document for the simulator and all of Node beside it, in one test. */
export default class PhoneEnvironment extends JsdomEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    for (const name of NODES) {
      Object.defineProperty(this.global, name, {
        value: Reflect.get(globalThis, name) as unknown,
        configurable: true,
        writable: true,
      })
    }
  }

  /** Packages are taken as Node takes them, not as a browser would. */
  override exportConditions(): string[] {
    return ['node', 'node-addons']
  }
}
