import { startLocalServer, type LocalServer } from '../local-server'
import { rootOf } from './built'
import { saveResume, type SavedResume } from './resume-file'
import { startMiniProgram, type MiniProgram } from './simulator'
import { overHttp } from './wx-request'

/** The local server, and phones whose mini-program talks to it. */
export type HttpStage = {
  root: string
  server: LocalServer
  resume: SavedResume
  /** `storage` is what an earlier phone in the same hand remembers. */
  phone: (storage?: Map<string, unknown>) => MiniProgram
  close: () => Promise<void>
}

export async function openHttpStage(): Promise<HttpStage> {
  const root = rootOf('weapp-http')
  const server = await startLocalServer()
  const resume = await saveResume()
  const phones: MiniProgram[] = []
  return {
    root,
    server,
    resume,
    phone: (storage) => {
      const phone = startMiniProgram({ root, road: overHttp(server.url), storage })
      phones.push(phone)
      return phone
    },
    close: async () => {
      for (const phone of phones) phone.quit()
      resume.remove()
      await server.stop()
    },
  }
}
