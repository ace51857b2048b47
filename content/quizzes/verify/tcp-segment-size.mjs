// Data of a full segment: the MTU less the headers of IP and TCP, and less the options.
const mtu = 1500;
const ipHeader = 20;
const tcpHeader = 20;
const timestamps = 12;
console.log(mtu - ipHeader - tcpHeader - timestamps);
