import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../main/ui/i18n/en'
import { zh } from '../../main/ui/i18n/zh'

const ROOT = 'src/main/ui'
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const sources = (readdirSync(ROOT, { recursive: true }) as string[]).filter(name => /\.(vue|ts)$/.test(name) && !name.startsWith('i18n'))
  .map(name => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))

describe('the texts', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
  })

  it('are filled and have the same placeholders in both', () => {
    const keys = Object.keys(zh) as (keyof typeof zh)[]
    expect(keys.filter(key => zh[key].trim() === '' || en[key].trim() === '')).toEqual([])
    expect(keys.filter(key => String(placeholders(en[key])) !== String(placeholders(zh[key])))).toEqual([])
  })

  it('are Chinese in Chinese', () => {
    const latin = Object.entries(zh).filter(([key, text]) => !/[\u3000-\u9fff（）：]/.test(text) && key !== 'type.JSON')
    expect(latin).toEqual([])
  })

  it('are used', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const unused = Object.keys(zh).filter(key => {
      const family = key.slice(0, key.lastIndexOf('.'))
      return !all.includes(key) && !all.includes(`\`${family}.$`) && !all.includes(`('${family}',`) && !all.includes(`prefix="${family}"`)
    })
    expect(unused).toEqual([])
  })

  it('stand nowhere but in their files', () => {
    const literal = sources.filter(({ name }) => !/LanguageSwitch|AccountPage/.test(name))
      .filter(({ text }) => /[\u4e00-\u9fff]/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    expect(literal.map(({ name }) => name)).toEqual([])
  })
})
