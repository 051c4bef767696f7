const tests = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/store/server/begin.mjs',
  globalTeardown: '<rootDir>/test/store/server/end.mjs',
  setupFiles: ['<rootDir>/test/seed.ts'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
};

module.exports = {
  testSequencer: '<rootDir>/test/longest-first.js',
  testTimeout: 30_000,
  projects: [
    tests,
    // The engine's tests once more, on PostgreSQL: every answer must be the same.
    { ...tests, displayName: 'on PostgreSQL', roots: ['<rootDir>/test/engine'], setupFiles: [...tests.setupFiles, '<rootDir>/test/engine/on-postgres.ts'] },
  ],
};
