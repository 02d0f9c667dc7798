/**
 * `node --import ./register.mjs dist/main/main.cjs` runs the unmodified bundle of the desktop program on a double of Electron:
 * whoever asks for `electron` gets the double. The real package is never touched: outside Electron it would start a download.
 */
import Module from 'node:module'
import { electron } from './electron.mjs'

const load = Module._load
Module._load = function loadOrDouble(request, ...rest) {
  return request === 'electron' ? electron : Reflect.apply(load, this, [request, ...rest])
}

// What Electron itself puts on the process.
process.resourcesPath = process.env['DOUBLE_RESOURCES'] ?? '/nonexistent'
// The tests may run as root or as somebody else; who the program believes to be is up to the test.
process.getuid = () => (process.env['DOUBLE_ROOT'] === '1' ? 0 : 1000)
