#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bundle = new URL('../dist/linecheck.cjs', import.meta.url)
if (existsSync(bundle)) {
  const { main } = await import(bundle.href)
  process.exitCode = await main(fileURLToPath(new URL('..', import.meta.url)))
} else {
  console.error('linecheck is not built yet: run "npm ci" (or "npm run build") in its folder first')
  process.exitCode = 2
}
