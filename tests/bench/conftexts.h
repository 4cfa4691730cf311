// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Texts of cluster.conf as large as a benchmark wants them; they pass the schema.
namespace BenchText
{
inline QByteArray conf(int nodes, int guests)
{
    QByteArray text
        = "<?xml version=\"1.0\"?>\n<cluster name=\"pair\" config_version=\"14\">\n"
          "  <cman expected_votes=\"3\" keyfile=\"/var/lib/pve-cluster/corosync.authkey\"/>\n"
          "  <totem token=\"54000\"/>\n"
          "  <quorumd label=\"ballot\" interval=\"1\" tko=\"10\" votes=\"1\"/>\n  <fencedevices>\n";
    for (int i = 1; i <= nodes; ++i)
        text += "    <fencedevice agent=\"fence_ipmilan\" name=\"bmc" + QByteArray::number(i)
            + "\" ipaddr=\"10.0.0." + QByteArray::number(i)
            + "\" login=\"fence\" passwd=\"x\" lanplus=\"1\" power_wait=\"10\"/>\n";
    text += "  </fencedevices>\n  <clusternodes>\n";
    for (int i = 1; i <= nodes; ++i)
        text += "    <clusternode name=\"node" + QByteArray::number(i) + "\" nodeid=\""
            + QByteArray::number(i)
            + "\" votes=\"1\">\n      <fence>\n        <method name=\"1\">\n          <device "
              "name=\"bmc"
            + QByteArray::number(i)
            + "\"/>\n        </method>\n      </fence>\n    </clusternode>\n";
    text += "  </clusternodes>\n  <rm>\n";
    for (int i = 0; i < guests; ++i)
        text += "    <pvevm autostart=\"1\" vmid=\"" + QByteArray::number(100 + i) + "\"/>\n";
    return text + "  </rm>\n</cluster>\n";
}

inline QByteArray typicalConf()
{
    return conf(2, 20);
}

inline QByteArray mebibyteConf()
{
    return conf(2'200, 9'000);
}
} // namespace BenchText
