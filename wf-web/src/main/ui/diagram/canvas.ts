import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import { GLYPHS, type Mark } from './marks'

/** A little air around the diagram; small ones are not blown up. */
const MARGIN = 0.92
const LARGEST = 1.15

interface DiagramCanvas { zoom(to: 'fit-viewport' | number, center?: 'auto'): number; addMarker(id: string, name: string): void; removeMarker(id: string, name: string): void; resized(): void }
interface Overlays { add(id: string, type: string, overlay: { position: object; html: HTMLElement }): void; clear(): void }
interface Registry { get(id: string): unknown }

/** The narrow part of bpmn-js that the screens use. */
export class Diagram {
  private readonly viewer: NavigatedViewer
  private marked: Mark[] = []

  constructor(private readonly container: HTMLElement) {
    this.viewer = new NavigatedViewer({ container })
  }

  /** Rejects where the file has no diagram to draw. */
  async show(xml: string): Promise<void> {
    this.marked = []
    await this.viewer.importXML(xml)
    this.fit()
  }

  mark(marks: readonly Mark[], label: (mark: Mark) => string): void {
    for (const { nodeId, kind } of this.marked) this.canvas.removeMarker(nodeId, `wf-${kind}`)
    this.overlays.clear()
    this.marked = marks.filter(({ nodeId }) => this.registry.get(nodeId))
    for (const mark of this.marked) {
      this.canvas.addMarker(mark.nodeId, `wf-${mark.kind}`)
      this.overlays.add(mark.nodeId, 'wf-mark', { position: { top: -11, right: 11 }, html: badge(mark, label(mark)) })
    }
  }

  /** Does nothing while the diagram is hidden: there is no size to fit it into. */
  fit(): void {
    if (this.container.clientWidth === 0 || this.container.clientHeight === 0) return
    this.canvas.resized()
    const whole = this.canvas.zoom('fit-viewport', 'auto')
    this.canvas.zoom(Math.min(whole * MARGIN, LARGEST), 'auto')
  }

  zoomBy(factor: number): void {
    const canvas = this.canvas as unknown as { zoom(to?: number): number }
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)))
  }

  destroy(): void {
    this.viewer.destroy()
  }

  private get canvas() { return this.viewer.get<DiagramCanvas>('canvas') }
  private get overlays() { return this.viewer.get<Overlays>('overlays') }
  private get registry() { return this.viewer.get<Registry>('elementRegistry') }
}

function badge(mark: Mark, label: string): HTMLElement {
  const element = document.createElement('span')
  element.className = `wf-badge wf-badge-${mark.kind}`
  element.textContent = GLYPHS[mark.kind]
  element.title = label
  element.setAttribute('role', 'img')
  element.setAttribute('aria-label', label)
  element.dataset['node'] = mark.nodeId
  return element
}
