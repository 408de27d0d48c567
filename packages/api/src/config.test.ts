import { describe, expect, it } from 'vitest'
import { parseConfig } from './config.ts'

const BUCKET = {
  PARLEY_S3_URL: 'https://s3.example.com/',
  PARLEY_S3_BUCKET: 'uploads',
  PARLEY_S3_ACCESS_KEY: 'AKID',
  PARLEY_S3_SECRET_KEY: 'secret',
}

describe('the settings of a bucket', () => {
  it('are none when none is set, or all are set to nothing', () => {
    expect(parseConfig({}).s3).toBeUndefined()
    expect(parseConfig({ PARLEY_S3_URL: '', PARLEY_S3_BUCKET: '' }).s3).toBeUndefined()
  })

  it('are all of them, with a region that most services take', () => {
    const expected = {
      endpoint: 'https://s3.example.com',
      bucket: 'uploads',
      region: 'us-east-1',
      accessKeyId: 'AKID',
      secretAccessKey: 'secret',
    }
    expect(parseConfig(BUCKET).s3).toEqual(expected)
    expect(parseConfig({ ...BUCKET, PARLEY_S3_REGION: 'auto' }).s3).toEqual({
      ...expected,
      region: 'auto',
    })
  })

  it.each(Object.keys(BUCKET))('are refused without %s, in words', (name) => {
    expect(() => parseConfig({ ...BUCKET, [name]: '' })).toThrow(
      `${name} must be set as well, because PARLEY_S3_`,
    )
  })

  it('are refused when there is only a region', () => {
    const parse = () => parseConfig({ PARLEY_S3_REGION: 'auto' })
    expect(parse).toThrow('PARLEY_S3_SECRET_KEY must be set as well, because PARLEY_S3_REGION is')
  })

  it.each([
    ['PARLEY_S3_URL', 's3://uploads'],
    ['PARLEY_S3_URL', 'https://key:secret@s3.example.com'],
    ['PARLEY_S3_URL', 'https://s3.example.com/?list-type=2'],
    ['PARLEY_S3_BUCKET', 'up/../loads'],
    ['PARLEY_S3_REGION', 'eu central'],
  ])('are refused when %s is %s', (name, value) => {
    expect(() => parseConfig({ ...BUCKET, [name]: value })).toThrow(name)
  })
})
