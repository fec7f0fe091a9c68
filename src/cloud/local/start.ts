import { fail, serveLocally } from './serve'

serveLocally(process.env).catch(fail)
