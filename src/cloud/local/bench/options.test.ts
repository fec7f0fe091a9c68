import { PARTS, readOptions } from './options'

it.each<[string, readonly string[]]>([
  ['', PARTS],
  ['--quick', PARTS],
  ['--only load --only sizes', ['sizes', 'load']],
  ['--scale', ['scale']],
  ['--scale --quick', ['scale']],
  ['--screens', ['screens']],
])('"%s" measures %j', (line, parts) => {
  expect(readOptions(line.split(' ').filter(Boolean))?.parts).toEqual(parts)
})

it.each(['--only speed', '--only scale', '--scale --only load', '--screens --scale', '--fast', 'load'])(
  'does not understand "%s"',
  (line) => {
    expect(readOptions(line.split(' '))).toBeNull()
  },
)

it('takes less time when it should be quick', () => {
  const [quick, thorough] = [readOptions(['--quick']), readOptions([])]
  expect(quick?.seconds).toBeLessThan(thorough?.seconds ?? 0)
  expect(quick?.idle).toBeLessThan(thorough?.idle ?? 0)
  expect(quick?.turns).toBeLessThan(thorough?.turns ?? 0)
})
