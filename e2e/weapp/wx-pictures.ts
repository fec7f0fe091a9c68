import { wxApi } from './wx-api'

/** A picture as it was drawn: what was written on it, and the addresses of what was put into it. */
export type Drawn = { width: number; height: number; texts: string[]; images: string[] }

/** What a phone can do with pictures, and what its person allows. */
export type Pictures = {
  /** `blank`: it draws without an error, and nothing is to be seen. */
  canvas: 'works' | 'missing' | 'blank'
  /** Whether the person allows the album when asked, and on the page of settings. */
  album: { allowed: boolean; allowedInSettings: boolean }
  /** Whether this WeChat can hand a picture on: older ones cannot. */
  sharePanel: boolean
  /** By the path that the mini-program knows it by. */
  drawn: Map<string, Drawn>
  /** Paths, in order. */
  saved: string[]
  handedOn: string[]
}

export const newPictures = (): Pictures => ({
  canvas: 'works',
  album: { allowed: true, allowedInSettings: true },
  sharePanel: true,
  ...{ drawn: new Map(), saved: [], handedOn: [] },
})

type Canvas = ReturnType<typeof openCanvas>
type Told = { filePath: string; success?: (result: object) => void; fail?: (failure: object) => void }

export function pictures(state: Pictures): Record<string, unknown> {
  const there = (api: string, path: string) => {
    if (!state.drawn.has(path)) throw new Error(`${api}:fail file does not exist`)
  }
  return {
    canIUse: (api: string) => api !== 'showShareImageMenu' || state.sharePanel,
    createOffscreenCanvas: ({ width, height }: Pick<Drawn, 'width' | 'height'>) => {
      if (state.canvas === 'missing') throw new Error('createOffscreenCanvas:fail not supported')
      return openCanvas(width, height, state.canvas === 'blank')
    },
    canvasToTempFilePath: wxApi('canvasToTempFilePath', ({ canvas }: { canvas: Canvas }) => {
      if (canvas.isBlank) throw new Error('canvasToTempFilePath:fail')
      const tempFilePath = `wxfile://tmp/picture-${state.drawn.size}.png`
      state.drawn.set(tempFilePath, canvas.drawn)
      return { tempFilePath }
    }),
    getFileSystemManager: () => ({
      getFileInfo: ({ filePath, success, fail }: Told) =>
        state.drawn.has(filePath) ? success?.({ size: 40_000 }) : fail?.({ errMsg: 'getFileInfo:fail' }),
      unlink: ({ filePath }: Told) => void state.drawn.delete(filePath),
    }),
    saveImageToPhotosAlbum: wxApi('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) => {
      there('saveImageToPhotosAlbum', filePath)
      if (!state.album.allowed) throw new Error('saveImageToPhotosAlbum:fail auth deny')
      state.saved.push(filePath)
    }),
    showShareImageMenu: wxApi('showShareImageMenu', ({ path }: { path: string }) => {
      there('showShareImageMenu', path)
      state.handedOn.push(path)
    }),
  }
}

/** A canvas that remembers what was written on it, without a pixel. */
function openCanvas(width: number, height: number, isBlank: boolean) {
  const drawn: Drawn = { width, height, texts: [], images: [] }
  let ground = '#000000'
  const pen = {
    ...{ fillStyle: ground, font: '10px sans-serif', textAlign: 'left', textBaseline: 'top' },
    fillRect: (x: number, y: number, w: number, h: number) => {
      if (x === 0 && y === 0 && w === width && h === height) ground = pen.fillStyle
    },
    fillText: (text: string) => void drawn.texts.push(text),
    drawImage: ({ src }: { src: string }) => void drawn.images.push(src),
    measureText: (text: string) => ({ width: text.length * Number(/(\d+)px/.exec(pen.font)?.[1]) }),
    getImageData: () => ({ data: isBlank ? [0, 0, 0, 0] : [...coloursOf(ground), 255] }),
    ...{ beginPath: nothing, moveTo: nothing, arcTo: nothing, closePath: nothing, fill: nothing },
  }
  return {
    ...{ width, height, drawn, isBlank },
    getContext: () => pen,
    createImage: () => ({
      address: '',
      onload: nothing,
      onerror: nothing,
      get src() {
        return this.address
      },
      set src(address: string) {
        this.address = address
        setTimeout(() => (address.startsWith('data:image/') ? this.onload() : this.onerror()))
      },
    }),
    toDataURL: () => 'data:image/png;base64,',
  }
}

const nothing = () => undefined

const coloursOf = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
