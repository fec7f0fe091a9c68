import Taro from '@tarojs/taro'
import { resumeExtensions, type FilePicker } from './face'

export type { PickedFile } from './face'

export const filePicker = {
  // A mini-program sees files of a chat only; there is no way to the phone's own folders.
  pickResume: () =>
    Taro.chooseMessageFile({ count: 1, type: 'file', extension: resumeExtensions }).then(
      ({ tempFiles: [file] }) =>
        file
          ? { name: file.name, size: file.size, source: { kind: 'path' as const, path: file.path } }
          : null,
      () => null,
    ),
} satisfies FilePicker
