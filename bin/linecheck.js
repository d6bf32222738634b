#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

// From Node 22 on the compiled bundle is kept between runs, which halves the time to start.
module.enableCompileCache?.()

const home = fileURLToPath(new URL('..', import.meta.url))
if (existsSync(new URL('../dist/linecheck.cjs', import.meta.url))) {
  // `require`, because `import` of CommonJS first parses the whole bundle in search of its exports.
  const { main } = module.createRequire(import.meta.url)('../dist/linecheck.cjs')
  process.exitCode = await main(home)
} else {
  console.error('linecheck is not built yet: run "npm ci" (or "npm run build") in its folder first')
  process.exitCode = 2
}
