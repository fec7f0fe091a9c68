import { referralsOf } from '../ground/population'
import { LARGE, SMALL, touchesOf } from './sizes'

it('compares 10,000 touches and 2,000 applications with 1,000,000 and 200,000', () => {
  expect([touchesOf(SMALL), referralsOf(SMALL)]).toEqual([10_000, 2_000])
  expect([touchesOf(LARGE), referralsOf(LARGE)]).toEqual([1_000_000, 200_000])
})
