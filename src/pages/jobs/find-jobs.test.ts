import type { JobCard } from '@/contract/calls/job'
import { citiesOf, findJobs } from './find-jobs'

const job = (title: string, department: string, city: string) => ({ title, department, city }) as JobCard
const frontend = job('高级前端工程师', '前端平台部', '上海')
const data = job('数据分析师', '数据部', '杭州')
const backend = job('Java 后端工程师', '交易部', '上海')
const jobs = [data, frontend, backend]

describe('findJobs', () => {
  it.each([
    ['nothing', { words: '', city: undefined }, [data, frontend, backend]],
    ['a word of the title', { words: '工程师', city: undefined }, [frontend, backend]],
    ['a department', { words: '数据部', city: undefined }, [data]],
    ['two words at once', { words: '上海 前端', city: undefined }, [frontend]],
    ['letters in another case', { words: ' java ', city: undefined }, [backend]],
    ['a city', { words: '', city: '杭州' }, [data]],
    ['a word and a city that do not meet', { words: '前端', city: '杭州' }, []],
  ])('finds by %s', (_what, wanted, found) => {
    expect(findJobs(jobs, wanted)).toEqual(found)
  })
})

describe('citiesOf', () => {
  it('names each city once, the one with most jobs first', () => {
    expect(citiesOf(jobs)).toEqual(['上海', '杭州'])
  })
})
