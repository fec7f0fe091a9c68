import Taro from '@tarojs/taro'
import { addressOf } from './index.weapp'

type Options = { filePath: string; data: string; encoding: string; success: () => void; fail: () => void }

const image = { base64: 'QUJD', contentType: 'image/jpeg' }
const writeFile = jest.fn<void, [Options]>()

beforeEach(() => {
  writeFile.mockReset()
  Object.assign(Taro, {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({ writeFile }),
  })
})

it('an image is shown from a file, each from its own', async () => {
  writeFile.mockImplementation(({ success }) => success())
  const [one, other] = [await addressOf(image), await addressOf(image)]
  expect(one).toMatch(/^wxfile:\/\/usr\/picture-\d+\.png$/)
  expect(other).not.toBe(one)
  expect(writeFile).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: one, data: 'QUJD', encoding: 'base64' }),
  )
})

it.each([
  ['there is no room', ({ fail }: Options) => fail()],
  [
    'files cannot be written',
    () => {
      throw new Error('writeFile is not a function')
    },
  ],
])('is shown as it came when %s', async (_when, write) => {
  writeFile.mockImplementation(write)
  await expect(addressOf(image)).resolves.toBe('data:image/jpeg;base64,QUJD')
})
