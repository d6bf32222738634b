import { defineConfig } from 'vitest/config'

export default defineConfig({
  // There is no global state that one file of tests could leave to another: they share their modules, which are many.
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, isolate: false, maxWorkers: '100%' }
})
