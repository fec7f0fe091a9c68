import { dataUrlOf, type AddressOf } from './face'

export const addressOf = ((image) => Promise.resolve(dataUrlOf(image))) satisfies AddressOf
