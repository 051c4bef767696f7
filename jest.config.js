module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/store/server/begin.mjs',
  globalTeardown: '<rootDir>/test/store/server/end.mjs',
  setupFiles: ['<rootDir>/test/seed.ts'],
  testSequencer: '<rootDir>/test/longest-first.js',
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  testTimeout: 30_000,
};
