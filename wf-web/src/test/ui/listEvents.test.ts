import { expect, it, vi } from 'vitest'
import { listenForLists, onListChange } from '../../main/ui/app/listEvents'

class Page extends EventTarget {
  visibilityState = 'visible'

  show(state: string) {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

class Stream extends EventTarget {
  readyState = 1

  close() { this.readyState = 2 }
}

function listening() {
  const page = new Page()
  const streams: Stream[] = []
  const stop = listenForLists('/events', page as unknown as Document, () => {
    const stream = new Stream()
    streams.push(stream)
    return stream as unknown as EventSource
  })
  return { page, streams, stop }
}

it('passes on which list has changed, to whoever still wants to know', () => {
  const { streams, stop } = listening()
  const heard: string[] = []
  const deaf = onListChange(list => heard.push(list))
  streams[0].dispatchEvent(new Event('todo'))
  streams[0].dispatchEvent(new Event('all'))
  deaf()
  streams[0].dispatchEvent(new Event('done'))
  expect(heard).toEqual(['todo', 'all'])
  stop()
})

it('uses no connection while nobody looks at the page', () => {
  const { page, streams, stop } = listening()
  page.show('hidden')
  expect(streams[0].readyState).toBe(2)
  page.show('visible')
  page.show('visible')
  expect(streams.length).toBe(2)
  stop()
  expect(streams[1].readyState).toBe(2)
  page.show('visible')
  expect(streams.length).toBe(2)
})

it('comes again when the page is looked at anew and the server had refused', () => {
  const { page, streams, stop } = listening()
  streams[0].readyState = 2
  page.show('visible')
  expect(streams.length).toBe(2)
  stop()
})

it('comes again by itself some time after it was refused, and not after it has hung up', () => {
  vi.useFakeTimers()
  const { page, streams, stop } = listening()
  streams[0].readyState = 0
  streams[0].dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(70_000)
  expect(streams.length).toBe(1)
  streams[0].readyState = 2
  streams[0].dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(29_000)
  expect(streams.length).toBe(1)
  vi.advanceTimersByTime(40_000)
  expect(streams.length).toBe(2)
  streams[1].readyState = 2
  streams[1].dispatchEvent(new Event('error'))
  page.show('hidden')
  vi.advanceTimersByTime(70_000)
  expect(streams.length).toBe(2)
  stop()
  vi.useRealTimers()
})
