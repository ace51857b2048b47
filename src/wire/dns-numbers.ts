/** Names of numbers in DNS messages. Source: IANA's registry of DNS parameters. */

type Names = Readonly<Record<number, string>>;

export const dnsTypes: Names = {
  1: "A",
  2: "NS",
  5: "CNAME",
  6: "SOA",
  12: "PTR",
  13: "HINFO",
  15: "MX",
  16: "TXT",
  28: "AAAA",
  29: "LOC",
  33: "SRV",
  35: "NAPTR",
  39: "DNAME",
  41: "OPT",
  43: "DS",
  44: "SSHFP",
  46: "RRSIG",
  47: "NSEC",
  48: "DNSKEY",
  50: "NSEC3",
  52: "TLSA",
  64: "SVCB",
  65: "HTTPS",
  250: "TSIG",
  251: "IXFR",
  252: "AXFR",
  255: "ANY",
  257: "CAA",
};

/** A type as it is written in zones: `TYPE65280` where it has no name. */
export const dnsTypeName = (type: number): string => dnsTypes[type] ?? `TYPE${type}`;

export const dnsClasses: Names = { 1: "IN", 3: "CH", 4: "HS", 254: "none", 255: "any" };

export const dnsOpcodes: Names = {
  0: "query",
  1: "inverse query",
  2: "status",
  4: "notify",
  5: "update",
};

export const dnsRcodes: Names = {
  0: "no error",
  1: "format error",
  2: "server failure",
  3: "no such name",
  4: "not implemented",
  5: "refused",
};

export const dnsOptions: Names = {
  3: "NSID",
  8: "client subnet",
  10: "cookie",
  11: "TCP keepalive",
  12: "padding",
  15: "extended error",
};
