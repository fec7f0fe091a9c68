export { http as transport } from './http'
