/** A state found on a connected Flipper server, beside the one that Rollcall had. */
interface FoundData {
  /** States in words: what Rollcall had, or what was there, and what holds now. */
  readonly from: string
  readonly to: string
  readonly direction: 'widens' | 'narrows' | 'both' | 'none'
  /** The checks that it would have failed, had it been a flip. */
  readonly unmet: readonly string[]
  /** The server's host. */
  readonly server: string
}

/** What happens between an environment and the Flipper server that it is connected to. */
export interface ConnectedFacts {
  'environment.connected': {
    readonly server: string
    /** How the two were made alike: Rollcall took what stood there, or pushed what it had. */
    readonly first_sync: 'take_theirs' | 'push_ours'
    /** How many toggles differed. */
    readonly differed: number
    readonly on_drift: 'adopt' | 'put_back'
  }
  'environment.connection_changed': {
    readonly server: string
    readonly token: boolean
    readonly on_drift: 'adopt' | 'put_back'
  }
  'environment.disconnected': {
    readonly server: string
    /** How many states had not arrived there. */
    readonly pending: number
  }
  /** A person took over what stands on the server as it is. */
  'toggle.taken_over': FoundData
  /** Changed outside Rollcall: found on the server, and the state of record from then on. */
  'toggle.changed_outside': FoundData
  /** What stood there was replaced by what Rollcall has; `from` is what stood there. */
  'toggle.pushed_over': FoundData & {
    /** True where it was changed while a push was on its way. */
    readonly meanwhile: boolean
  }
}
