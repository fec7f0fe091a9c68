import { fileProblem } from '.'

const file = (name: string, size: number) => ({
  name,
  size,
  source: { kind: 'path' as const, path: '/tmp/x' },
})

it.each([
  ['简历.pdf', 1, null],
  ['resume.DOCX', 10 * 1024 * 1024, null],
  ['resume.pages', 1, '只支持 PDF、DOC、DOCX 格式的简历，请换一个文件'],
  ['resume.pdf', 0, '这个文件是空的，请换一个'],
  ['resume.pdf', 10 * 1024 * 1024 + 1, '简历不能超过 10 MB，请换一个小一点的文件'],
])('says of %s with %d bytes: %s', (name, size, words) => {
  expect(fileProblem(file(name, size))).toBe(words)
})
