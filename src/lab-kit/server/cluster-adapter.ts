import {
  type BroadcastOptions,
  ClusterAdapter,
  type ClusterMessage,
  type ClusterResponse,
  MessageType,
} from "socket.io-adapter";
import { observeBroadcast, roomsChanged, watchReached } from "./observing-adapter.ts";

interface EventPacket {
  data?: readonly unknown[];
}

/**
 * The library's own cluster adapter for the servers of one bench, observed. Its messages go from
 * server to server within this process, as copies, where Redis or another adapter would carry them.
 */
export function clusterAdapter() {
  const members = new Set<InProcessAdapter>();
  class InProcessAdapter extends ClusterAdapter {
    constructor(namespace: unknown) {
      super(namespace);
      members.add(this);
    }

    override close(): void {
      members.delete(this);
    }

    override serverCount(): Promise<number> {
      const here = [...members].filter(({ nsp }) => nsp.name === this.nsp.name);
      return Promise.resolve(here.length);
    }

    /** Others first, as in the library; what follows here is in the same turn, and so observed. */
    override broadcast(packet: EventPacket, options: BroadcastOptions): Promise<void> {
      if (!options.flags?.local) this.publish(broadcastMessage(packet, options));
      const local = { ...options, flags: { ...options.flags, local: true } };
      return observeBroadcast(this, { packet, options }, () => super.broadcast(packet, local));
    }

    override broadcastWithAck(
      packet: EventPacket,
      options: BroadcastOptions,
      clientCount: (count: number) => void,
      ack: (...args: unknown[]) => void,
    ): void {
      observeBroadcast(this, { packet, options }, () =>
        super.broadcastWithAck(packet, options, clientCount, ack),
      );
    }

    override onMessage(message: ClusterMessage): void {
      if (message.type !== MessageType.BROADCAST) {
        super.onMessage(message);
        return;
      }
      const { packet, opts } = message.data;
      const options = { rooms: new Set(opts.rooms), except: new Set(opts.except) };
      observeBroadcast(this, { packet: packet as EventPacket, options }, () =>
        super.onMessage(message),
      );
    }

    override doPublish(message: ClusterMessage): Promise<string> {
      for (const member of members) {
        if (member !== this && member.nsp.name === message.nsp)
          member.onMessage(structuredClone(message));
      }
      return Promise.resolve("");
    }

    override doPublishResponse(requester: string, response: ClusterResponse): Promise<void> {
      for (const member of members)
        if (member.uid === requester) member.onResponse(structuredClone(response));
      return Promise.resolve();
    }

    override addAll(id: string, rooms: Set<string>): Promise<void> | void {
      roomsChanged(this);
      return super.addAll(id, rooms);
    }

    override del(id: string, room: string): Promise<void> | void {
      roomsChanged(this);
      return super.del(id, room);
    }

    override delAll(id: string): void {
      roomsChanged(this);
      super.delAll(id);
    }
  }
  watchReached(InProcessAdapter);
  return InProcessAdapter;
}

const broadcastMessage = (
  packet: EventPacket,
  { rooms, except, flags = {} }: BroadcastOptions,
) => ({
  type: MessageType.BROADCAST as const,
  data: { packet, opts: { rooms: [...rooms], except: [...(except ?? [])], flags } },
});
