const common = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^content-disposition$': '<rootDir>/test/content-disposition.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  testEnvironment: 'node',
};

/**
 * Six suites: pure rules, the whole app over HTTP and sockets, engines on both sides, who may do what and what abuse
 * meets, faults, browser journeys.
 */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,bench,test/walls}/**/*.spec.{ts,tsx,mjs}'],
    },
    { ...common, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.api-spec.ts'] },
    { ...common, displayName: 'engines', testMatch: ['<rootDir>/test/engines/**/*.engine-spec.ts'] },
    { ...common, displayName: 'security', testMatch: ['<rootDir>/test/security/**/*.security-spec.ts'] },
    { ...common, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.fault-spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
  ],
  // For busy machines: a whole application starts in the hooks of most suites.
  testTimeout: 90_000,
  testSequencer: '<rootDir>/test/longest-first.mjs',
  reporters: ['default', '<rootDir>/test/summary-reporter.mjs'],
};
