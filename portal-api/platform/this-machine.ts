/** True for a host name that leads back to this machine; `[::1]` is how a URL writes it. */
export function isThisMachine(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '::1' || host === '[::1]'
}
