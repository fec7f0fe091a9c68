import { PDFDocument } from 'pdf-lib'

export type ResumeFile = { name: string; mimeType: string; buffer: Buffer }

/** A real PDF. Its letters are Latin: the built-in fonts know no others. */
export async function makeResume(name = 'resume.pdf'): Promise<ResumeFile> {
  const document = await PDFDocument.create()
  document.addPage([595, 842]).drawText('Ten years of checkout systems that kept working offline.', {
    x: 60,
    y: 760,
    size: 12,
  })
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) }
}
