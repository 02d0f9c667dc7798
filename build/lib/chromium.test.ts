import { expect, it } from 'vitest'
import { chromiumPlaces } from './chromium.mjs'

it('looks on the path first and Chromium before Chrome before Edge on Linux', () => {
  const places = chromiumPlaces({ platform: 'linux', env: { PATH: '/opt/bin:/usr/bin' } })
  expect(places[0]).toBe('/opt/bin/chromium')
  expect(places.indexOf('/usr/bin/chromium')).toBeLessThan(places.indexOf('/opt/bin/google-chrome'))
  expect(places.indexOf('/usr/bin/google-chrome')).toBeLessThan(places.indexOf('/usr/bin/microsoft-edge'))
  expect(new Set(places).size).toBe(places.length)
})

it('still knows the usual places when there is no path', () => {
  expect(chromiumPlaces({ platform: 'linux', env: {} })).toContain('/usr/bin/chromium')
})

it('looks among the applications on a Mac and in every home of programs on Windows', () => {
  expect(chromiumPlaces({ platform: 'darwin', env: {} })).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
  const windows = chromiumPlaces({
    platform: 'win32',
    env: { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local' },
  })
  expect(windows).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(windows).toContain('C:\\Users\\x\\AppData\\Local\\Chromium\\Application\\chrome.exe')
})

it('takes only the browser that is named, when one is', () => {
  expect(chromiumPlaces({ platform: 'linux', env: { PORTAL_DESK_CHROMIUM: '/x/chrome', PATH: '/usr/bin' } })).toEqual([
    '/x/chrome',
  ])
})
