/**
 * Idempotency keys. A request that is sent again unchanged after a failure is the same attempt and keeps its key, so
 * that the server carries it out once even where the first answer got lost; after a success, or with other content,
 * it is a new act and gets a new key.
 */
export class AttemptKeys {
  private readonly open = new Map<string, string>()

  keyFor(fingerprint: string): string {
    const known = this.open.get(fingerprint)
    if (known) return known
    const key = newKey()
    this.open.set(fingerprint, key)
    return key
  }

  succeeded(fingerprint: string): void {
    this.open.delete(fingerprint)
  }
}

/** A random UUID; crypto.randomUUID exists only in secure contexts, and intranets often speak plain HTTP. */
export function newKey(source: Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>> = crypto): string {
  if (source.randomUUID) return source.randomUUID()
  const bytes = source.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
