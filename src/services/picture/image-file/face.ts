/** An image that came as base64. */
export type Encoded = { base64: string; contentType: string }

/** Under which address an <Image> shows it. */
export type AddressOf = (image: Encoded) => Promise<string>

export const dataUrlOf = ({ contentType, base64 }: Encoded): string => `data:${contentType};base64,${base64}`
