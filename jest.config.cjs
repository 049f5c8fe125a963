/** Jest runs the TypeScript as it stands: types are stripped, nothing is built. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/skills/kakao-chatbot-skill-sdk/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/support/stripTypes.cjs' },
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testEnvironment: 'node',
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
}
