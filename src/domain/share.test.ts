import { POLICY } from './policy'
import { isSuspicious } from './share'

const traffic = { visitors: 0, applications: 0, endorsed: 0, reports: 0 }

it.each([
  ['nobody came', {}, false],
  ['many came and nobody applied', { visitors: 500 }, false],
  ['many came, none of those who applied is endorsed', { visitors: 20, applications: 5 }, true],
  ['one visitor is missing', { visitors: 19, applications: 5 }, false],
  ['just enough are endorsed', { visitors: 20, applications: 5, endorsed: 1 }, false],
  ['one in six is endorsed', { visitors: 20, applications: 6, endorsed: 1 }, true],
  ['one visitor says that it was bought', { visitors: 1, reports: 1 }, true],
  [
    'it was reported, though all are endorsed',
    { visitors: 30, applications: 3, endorsed: 3, reports: 1 },
    true,
  ],
])('when %s, suspicion of a share is %j: %s', (_what, some, expected) => {
  expect(isSuspicious({ ...traffic, ...some }, POLICY)).toBe(expected)
})

it('asks for as many reports as the policy says', () => {
  const policy = { suspicion: { ...POLICY.suspicion, reports: 3 } }
  expect(isSuspicious({ ...traffic, reports: 2 }, policy)).toBe(false)
  expect(isSuspicious({ ...traffic, reports: 3 }, policy)).toBe(true)
})
