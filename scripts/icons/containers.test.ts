import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../lib/paths.mjs'
import { buildIcns, buildIco } from './containers.mjs'

const pictures = [16, 256].map((size) => ({ size, png: Buffer.from(`picture of ${size}`) }))

test('an .ico says where each picture is, and how large', () => {
  expect(readIco(buildIco(pictures))).toEqual([
    { size: 16, content: 'picture of 16' },
    { size: 256, content: 'picture of 256' },
  ])
})

test('an .icns holds each picture under every kind that it is for', () => {
  expect(readIcns(buildIcns(pictures))).toEqual([
    { kind: 'ic08', content: 'picture of 256' },
    { kind: 'ic13', content: 'picture of 256' },
  ])
})

const PNG = '\x89PNG\r\n\x1a\n'

test('the icons that are kept hold pictures of the sizes that they name', () => {
  const ico = readIco(readFileSync(inRoot('resources/icons/icon.ico')))
  expect(ico.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 256])
  for (const { size, content } of ico) expect(sizeOf(content)).toEqual([size, size])
  const icns = readIcns(readFileSync(inRoot('resources/icons/icon.icns')))
  expect(icns.map(({ content }) => sizeOf(content)[0])).toEqual([32, 64, 128, 256, 256, 512, 512, 1024])
})

function readIco(file: Buffer) {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const offset = file.readUInt32LE(entry + 12)
    const content = file.toString('latin1', offset, offset + file.readUInt32LE(entry + 8))
    return { size: file.readUInt8(entry) || 256, content }
  })
}

function readIcns(file: Buffer) {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length])
  const entries = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const content = file.toString('latin1', at + 8, at + file.readUInt32BE(at + 4))
    entries.push({ kind: file.toString('latin1', at, at + 4), content })
  }
  return entries
}

function sizeOf(png: string): number[] {
  expect(png.slice(0, 8)).toBe(PNG)
  const bytes = Buffer.from(png, 'latin1')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
