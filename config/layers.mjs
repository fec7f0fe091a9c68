import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'

/** Which folders of src each folder may import from, itself included. Everything else is forbidden. */
const MAY_IMPORT = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  services: ['services', 'contract', 'domain'],
  components: ['components', 'domain'],
  pages: ['pages', 'services', 'components', 'contract', 'domain'],
  recruiter: ['recruiter', 'services', 'components', 'contract', 'domain'],
  shares: ['shares', 'services', 'components', 'contract', 'domain'],
  inbox: ['inbox', 'services', 'components', 'contract', 'domain'],
  cloud: ['cloud', 'contract', 'domain'],
}

const SERVER_ONLY = [
  'node:*',
  'chinese-days',
  'pg',
  'kysely',
  'hono',
  'hono/*',
  '@hono/*',
  'wx-server-sdk',
  'nodemailer',
  'tencentcloud-sdk-nodejs-sms',
]
const CLIENT_ONLY = ['@tarojs/*', 'react', 'react-dom', 'zustand']

export const TESTS = ['src/**/*.test.{ts,tsx}', 'src/testing/**', 'e2e/**']

/** The one-way import rule of the folders under `root`, as entries for ESLint. */
export function layers(root) {
  return [
    {
      files: ['**/*.{ts,tsx,mts,js,mjs}'],
      plugins: { 'import-x': importX },
      settings: {
        'import-x/resolver-next': [
          createTypeScriptImportResolver({
            project: path.join(root, 'tsconfig.json'),
            // A platform twin without a plain file beside it is found by its web half.
            extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.d.ts', '.js', '.mjs', '.json'],
          }),
        ],
        'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      },
      rules: {
        'import-x/no-restricted-paths': ['error', { basePath: root, zones: zones(root, false) }],
        'import-x/no-cycle': ['error', { ignoreExternal: true }],
      },
    },
    {
      files: TESTS,
      rules: { 'import-x/no-restricted-paths': ['error', { basePath: root, zones: zones(root, true) }] },
    },
    packages(
      ['domain', 'contract'],
      [...SERVER_ONLY, ...CLIENT_ONLY],
      'domain and contract run on both sides',
    ),
    packages(
      ['services', 'components', 'pages', 'recruiter', 'shares', 'inbox'],
      SERVER_ONLY,
      'this code runs in WeChat and in browsers',
    ),
    packages(['cloud'], CLIENT_ONLY, 'this code runs in a cloud function'),
  ]
}

function zones(root, tests) {
  const folders = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [...allowed, ...(tests ? ['testing', 'cloud/local'] : [])].map((name) => `./${name}`),
    message: `${folder} may import from ${allowed.join(', ')} only.`,
  }))
  const pages = foldersIn(path.join(root, 'src/pages')).map((page) => ({
    target: `./src/pages/${page}`,
    from: './src/pages',
    except: [`./${page}`],
    message: 'Pages do not import one another: move what they share to components, services or domain.',
  }))
  if (tests) return [...folders, ...pages]
  return [
    ...folders,
    ...pages,
    {
      target: ['./src/cloud/*.*', './src/cloud/!(local)/**'],
      from: './src/cloud/local',
      message: "cloud/local is a developer's server: nothing that is deployed may reach it.",
    },
    {
      target: './src/*.*',
      from: ['./src/cloud', './src/testing'],
      message: 'The app runs in WeChat and in browsers: it reaches the cloud through services.',
    },
  ]
}

function packages(folders, forbidden, why) {
  const message = `Not here: ${why}.`
  return {
    files: folders.map((folder) => `src/${folder}/**/*.{ts,tsx}`),
    ignores: TESTS,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
  }
}

function foldersIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}
