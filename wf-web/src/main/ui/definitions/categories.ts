import type { Category, DefinitionInfo } from '../api'

/** What is chosen in the tree: a path; nothing for all definitions; the empty path for those without a category. */
export type Choice = string | undefined

export const depthOf = ({ path }: Category): number => path.split('/').length - 1

export function isIn({ category }: DefinitionInfo, choice: Choice): boolean {
  if (choice === undefined) return true
  return choice === '' ? !category : category === choice || !!category?.startsWith(`${choice}/`)
}

/** The path of a category below the one chosen, or at the top. */
export const below = (choice: Choice, name: string): string => choice ? `${choice}/${name.trim()}` : name.trim()

/** The path once its last name is another one. */
export const renamed = (path: string, name: string): string => [...path.split('/').slice(0, -1), name.trim()].join('/')
