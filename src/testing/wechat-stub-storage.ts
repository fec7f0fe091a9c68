/** CloudBase storage as wx-server-sdk talks to it, in memory: by cloud file id. */
export type StubStorage = {
  files: Map<string, Buffer>
  /** Serves a JSON action of the endpoint. */
  act(request: Record<string, unknown>): object
  /** Serves the addresses that `act` gave out. */
  serveFile(
    method: string,
    url: string,
    body: Buffer,
  ): { status: number; type: string; body: Buffer | string }
}

const ENV = 'cloud://stub-env.bucket/'

export function createStorage(url: string): StubStorage {
  const files = new Map<string, Buffer>()

  const actions: Record<string, (request: Record<string, unknown>) => object> = {
    'storage.getUploadMetadata': ({ path }) => ({
      url: `${url}/files/${String(path)}`,
      token: 'token',
      authorization: 'authorization',
      fileId: `${ENV}${String(path)}`,
      cosFileId: 'cos',
    }),
    'storage.batchGetDownloadUrl': ({ file_list }) => ({
      download_list: (file_list as { fileid: string; max_age: number }[]).map(({ fileid, max_age }) =>
        files.has(fileid)
          ? {
              fileID: fileid,
              tempFileURL: `${url}/files/${fileid.slice(ENV.length)}?t=${max_age}`,
              code: 'SUCCESS',
            }
          : { fileID: fileid, code: 'STORAGE_FILE_NONEXIST' },
      ),
    }),
    'storage.batchDeleteFile': ({ fileid_list }) => ({
      delete_list: (fileid_list as string[]).map((fileID) => ({
        fileID,
        code: files.delete(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    }),
  }

  return {
    files,
    act(request) {
      const action = actions[String(request.action)]
      if (!action) return { code: 'INVALID_PARAM', message: `No such action: ${String(request.action)}` }
      return { requestId: 'stub', data: action(request) }
    },
    serveFile(method, address, body) {
      const fileID = `${ENV}${address.replace(/^\/files\//, '').replace(/\?.*$/, '')}`
      if (method === 'PUT') files.set(fileID, body)
      const found = files.get(fileID)
      if (!found) return { status: 404, type: 'text/plain', body: '' }
      return { status: 200, type: 'application/octet-stream', body: method === 'PUT' ? '' : found }
    },
  }
}
