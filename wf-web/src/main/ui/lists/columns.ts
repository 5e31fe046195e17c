import type { InstanceInfo, ListKind, WorkItemInfo } from '../api'
import type { Column } from '../parts/DataList.vue'
import { shortTime, t } from '../app/language'
import { nameOf } from '../app/session'

export function itemColumns(kind: ListKind): Column<WorkItemInfo>[] {
  const time: Column<WorkItemInfo> = kind === 'done' || kind === 'passed'
    ? { name: 'closedAt', label: t('col.handledAt'), text: row => shortTime(row.closedAt), width: '130', numeric: true }
    : { name: 'createdAt', label: t('col.arrivedAt'), text: row => shortTime(row.createdAt), width: '130', numeric: true }
  const last: Column<WorkItemInfo> = kind === 'claimable' || kind === 'toread'
    ? { name: 'action', label: t('col.action'), width: '90' }
    : { name: 'state', label: t('col.state'), width: '100' }
  return [
    { name: 'title', label: t('col.title') },
    { name: 'definitionName', label: t('col.definition'), text: row => row.definitionName || row.definitionKey, width: '16%' },
    { name: 'nodeName', label: t('col.node'), text: row => row.nodeName || row.nodeId, width: '14%' },
    { name: 'businessKey', label: t('col.businessKey'), text: row => row.businessKey ?? '', width: '13%' },
    { name: 'starter', label: t('col.starter'), text: row => nameOf(row.starter), width: '10%' },
    time, last,
  ]
}

export function instanceColumns(): Column<InstanceInfo>[] {
  return [
    { name: 'title', label: t('col.title') },
    { name: 'definitionName', label: t('col.definition'), text: row => row.definitionName || row.definitionKey, width: '18%' },
    { name: 'businessKey', label: t('col.businessKey'), text: row => row.businessKey ?? '', width: '14%' },
    { name: 'starter', label: t('col.starter'), text: row => nameOf(row.starter), width: '11%' },
    { name: 'startedAt', label: t('col.startedAt'), text: row => shortTime(row.startedAt), width: '130', numeric: true },
    { name: 'state', label: t('col.state'), width: '100' },
  ]
}
