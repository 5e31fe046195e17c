// Installs the npm packages, but only when package-lock.json is not the one that was installed last.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.installed-lock'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
  console.log('node_modules is up to date')
} else {
  const { status } = spawnSync('npm', ['ci', '--no-progress'], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, lock)
}
