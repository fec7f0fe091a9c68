import type { AlbumWords } from './face'

export const albumWords = {
  save: '保存图片',
  saved: '图片已保存到下载里',
  refused: '这里不能直接保存。长按上面的海报就能存下来，也可以直接发给朋友。',
  settings: null,
} satisfies AlbumWords
