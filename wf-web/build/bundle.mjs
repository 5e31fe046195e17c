// Builds the pages into target/ui, but only when something that goes into them changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stamp = 'target/ui.stamp'
const inputs = ['src/main/ui', 'public', 'build'].filter(existsSync).flatMap(filesBelow)
  .concat('index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json').sort()
const hash = createHash('sha256')
for (const file of inputs) hash.update(file).update(readFileSync(file))
const now = hash.digest('hex')

if (!existsSync('target/ui/index.html') || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, now)
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)])
}
