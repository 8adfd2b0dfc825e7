import { expect, test } from 'vitest'
import { missingPackages } from './missing-packages.ts'

test('what a package names and the lock leaves out is found, with the platform in its name', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      dev: true,
      optionalDependencies: {
        '@tool/linux-x64': '1.2.3',
        '@tool/linux-arm64-musl': '1.2.3',
        '@tool/win32-x64-msvc': '1.2.3',
      },
    },
    'node_modules/@tool/linux-x64': { version: '1.2.3' },
  }
  expect(missingPackages(packages)).toEqual({
    'node_modules/@tool/linux-arm64-musl': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    },
    'node_modules/@tool/win32-x64-msvc': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['win32'],
      cpu: ['x64'],
    },
  })
})

test('a package beside the one that names it, or above it, is there', () => {
  const packages = {
    'node_modules/one/node_modules/tool': { optionalDependencies: { near: '1.0.0', far: '1.0.0' } },
    'node_modules/one/node_modules/near': { version: '1.0.0' },
    'node_modules/far': { version: '1.0.0' },
  }
  expect(missingPackages(packages)).toEqual({})
})
