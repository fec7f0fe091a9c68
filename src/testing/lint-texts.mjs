import path from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { layers } from '../../config/layers.mjs'

// Run by lint-rules.test.ts in a process of its own: jest cannot load ESLint's configuration (ES modules).
// Arguments: a folder with a small `src`, and the files to lint in it. Prints the rules each file broke.

const [root, ...files] = process.argv.slice(2)
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...layers(root)],
})
const results = await eslint.lintFiles(files)
const broken = results.map(({ filePath, messages }) => [
  path.relative(root, filePath).split(path.sep).join('/'),
  messages.map(({ ruleId, message }) => ruleId ?? message),
])
console.log(JSON.stringify(Object.fromEntries(broken)))
