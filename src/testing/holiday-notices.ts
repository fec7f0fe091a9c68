import type { WorkCalendar } from '@/domain/work-time'

/** What the General Office of the State Council published, copied by hand from the text of the two notices. */
export type HolidayNotice = {
  year: number
  name: string
  published: string
  /** 放假: from the first day to the last. */
  off: [holiday: string, first: string, last: string][]
  /** 上班: weekend days that are worked. */
  on: string[]
}

export const HOLIDAY_NOTICES: HolidayNotice[] = [
  {
    year: 2025,
    name: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    published: '2024-11-12',
    off: [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08'],
    ],
    on: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    name: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    published: '2025-11-04',
    off: [
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-02-15', '2026-02-23'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07'],
    ],
    on: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

/** Monday to Friday, 9 to 18, with the days of the notices; weekend days inside a holiday stand in `off` too. */
export const NOTICE_CALENDAR: WorkCalendar = {
  fromHour: 9,
  toHour: 18,
  off: HOLIDAY_NOTICES.flatMap(({ off }) => off.flatMap(([, first, last]) => datesFrom(first, last))),
  on: HOLIDAY_NOTICES.flatMap(({ on }) => on),
}

/** Every date from the first to the last, YYYY-MM-DD. */
export function datesFrom(first: string, last: string): string[] {
  const dates: string[] = []
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += 86_400_000)
    dates.push(new Date(ms).toISOString().slice(0, 10))
  return dates
}
