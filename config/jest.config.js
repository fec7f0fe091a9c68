const path = require('path')

const rootDir = path.resolve(__dirname, '..')

const shared = {
  rootDir,
  transform: { '\\.m?[jt]sx?$': ['babel-jest', { configFile: path.join(__dirname, 'babel.jest.js') }] },
  // These packages are published as ES modules only, which jest cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!(@tarojs|uuidv7|valibot|sql-template-tag)/)'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
}

const database = {
  globalSetup: '<rootDir>/src/testing/start-postgres.ts',
  globalTeardown: '<rootDir>/src/testing/stop-postgres.ts',
}

module.exports = {
  rootDir,
  // Two cores with a browser or a database beside the tests: jest's 5 s are too few on a busy machine.
  testTimeout: 20_000,
  projects: [
    {
      ...shared,
      ...database,
      displayName: 'core',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/src/{domain,contract,cloud,testing}/**/*.test.{ts,tsx}',
        '<rootDir>/config/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/{services,components,pages,recruiter,shares,inbox}/**/*.test.{ts,tsx}'],
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '\\.(css|scss|png)$': '<rootDir>/src/testing/style.ts',
        '^@tarojs/components$': '<rootDir>/src/testing/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/src/testing/taro.ts',
      },
      // A platform twin without a plain file beside it is found by its web half.
      moduleFileExtensions: ['h5.tsx', 'h5.ts', ...shared.moduleFileExtensions],
      setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/src/testing/setup-client.ts'],
    },
    {
      ...shared,
      ...database,
      displayName: 'functions',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/e2e/cloud/**/*.test.ts'],
      // The built functions are what these tests load.
      modulePathIgnorePatterns: [],
    },
    {
      ...shared,
      ...database,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/e2e/weapp/**/*.test.ts'],
      // The built mini-program is what these tests load.
      modulePathIgnorePatterns: [],
    },
    {
      ...shared,
      ...database,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/e2e/web/**/*.test.ts'],
    },
  ],
}
