import http from 'node:http'
import https from 'node:https'

/** The connection of one request. Until it is `reached`, nothing of the request can have left this machine. */
export type Line = { agent: http.Agent; reached(): boolean }

/** `patienceMs`: how long it may take until the other side is reached, with name and TLS. */
export function openLine(protocol: 'https://' | 'http://', patienceMs: number): Line {
  const secure = protocol === 'https://'
  const agent: http.Agent = secure ? new https.Agent() : new http.Agent()
  const connect = agent.createConnection.bind(agent)
  let reached = false
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback)
    const timer = setTimeout(() => socket?.destroy(new Error('Nobody answered')), patienceMs)
    socket?.once('close', () => clearTimeout(timer))
    socket?.once(secure ? 'secureConnect' : 'connect', () => {
      reached = true
      clearTimeout(timer)
    })
    return socket
  }
  return { agent, reached: () => reached }
}
