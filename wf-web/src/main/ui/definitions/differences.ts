import { t } from '../app/language'
import type { DefinitionDifference, DefinitionInfo, ElementChange } from '../api'

/** What people call the element: its name, else its id. */
export const titleOf = ({ name, elementId }: ElementChange): string => name || elementId

/** A value as it is shown: a setting that is missing, one that just stands there, or what it says. */
export function valueOf(value: string | undefined): string {
  if (value === undefined || value === null) return '–'
  return value === '' ? t('difference.present') : value
}

/** The elements with something to tell, and the names of those that only moved. */
export function toldOf({ elements = [] }: DefinitionDifference): { told: ElementChange[]; moved: string[] } {
  return {
    told: elements.filter(change => change.kind !== 'MOVED'),
    moved: elements.filter(change => change.kind === 'MOVED').map(titleOf),
  }
}

/** Two versions in the order in which they came. */
export const inOrder = (one: DefinitionInfo, other: DefinitionInfo): [DefinitionInfo, DefinitionInfo] =>
  one.version <= other.version ? [one, other] : [other, one]
