import { candidateAt, DEMO_CANDIDATE } from '../candidates'
import type { DemoJob } from '../job'
import { writePdf } from '../resume'
import type { DemoFile } from './types'

/** Two of three applicants handed in a file. */
export function handsInResume(candidateIndex: number): boolean {
  return candidateIndex === DEMO_CANDIDATE || candidateIndex % 3 !== 2
}

/** Named by the candidate's place in the story, so that a load that was cut off leaves nothing a second one does not replace. */
export function resumeFile(referralKey: string, candidateIndex: number, job: DemoJob): DemoFile {
  const { name } = candidateAt(candidateIndex)
  const bytes = writePdf([
    { text: name, size: 24 },
    { text: `应聘：${job.title} · ${job.city}`, size: 13 },
    { text: '', size: 8 },
    { text: '我做过的', size: 15 },
    ...job.hardRequirements.map((text) => ({ text: `· ${text}`, size: 11 })),
    { text: '', size: 8 },
    { text: '和我共事的人会说', size: 15 },
    ...job.softTraits.map((text) => ({ text: `· ${text}`, size: 11 })),
    { text: '', size: 8 },
    { text: '这是一份演示用的简历，人物与经历均为虚构。', size: 10 },
  ])
  return { storedAs: `resumes/demo-${referralKey}.pdf`, bytes }
}
