import { problemBeforeUpload, RESUME_LIMIT_BYTES, resumeKind } from './resume'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  )
const wide = (text: string) => [...text].flatMap((char) => [char.charCodeAt(0), 0])
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

it.each([
  ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
  ['a PDF with bytes before its head', bytes('\r\n\r\n%PDF-1.4'), 'pdf'],
  ['a Word document', bytes('PK\x03\x04', '....', 'word/document.xml'), 'docx'],
  ['an old Word document', bytes(OLE, [0, 0], wide('WordDocument')), 'doc'],
  ['a spreadsheet in the same container', bytes('PK\x03\x04', '....', 'xl/workbook.xml'), null],
  ['an old spreadsheet', bytes(OLE, wide('Workbook')), null],
  ['a picture', bytes([0x89], 'PNG\r\n'), null],
  ['a web page', bytes('<html>%PD'), null],
  ['nothing', bytes(), null],
])('tells %s by its content', (_what, content, kind) => {
  expect(resumeKind(content)).toBe(kind)
})

it.each([
  ['简历.pdf', 1024, null],
  ['CV.DOCX', RESUME_LIMIT_BYTES, null],
  ['photo.png', 1024, 'kind'],
  ['no-extension', 1024, 'kind'],
  ['简历.pdf', 0, 'empty'],
  ['简历.pdf', RESUME_LIMIT_BYTES + 1, 'size'],
])('says of %s with %i bytes before the upload: %s', (name, size, problem) => {
  expect(problemBeforeUpload(name, size)).toBe(problem)
})
