// Runs the unit tests, unless Maven was told to skip tests: its two switches for that are the arguments.
import { spawnSync } from 'node:child_process'

if (!process.argv.slice(2).includes('true')) {
  const { status } = spawnSync('npm', ['test', '--silent'], { stdio: 'inherit', shell: process.platform === 'win32' })
  process.exit(status ?? 1)
}
