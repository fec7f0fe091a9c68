import type { AlbumWords } from './face'

export const albumWords = {
  save: '保存到相册',
  saved: '海报已存进相册',
  refused: '没有保存成功：还没有相册权限，或者手机空间不够。可以去设置里打开相册，也可以不存、直接发给朋友。',
  settings: '去设置',
} satisfies AlbumWords
