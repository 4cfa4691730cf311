// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ctl/jsonwriter.h"
#include "core/model/machine.h"
#include "core/parse/procdrbd.h"
#include "core/parse/qm.h"
#include "core/parse/qmmigrate.h"

// The members that follow "format" in the document of each FORMAT. The keys are a public interface,
// see binomectl-parse(1): add, never rename.
namespace Ctl
{
void write(JsonWriter &json, const Core::ProcDrbd &file);
void write(JsonWriter &json, const Core::HaStatus &status);
void write(JsonWriter &json, const Core::QuorumState &state);
void write(JsonWriter &json, const Core::Members &members);
void write(JsonWriter &json, const QList<Core::Vm> &guests);
void write(JsonWriter &json, const Core::QmStatus &status);
void write(JsonWriter &json, const Core::Migration &migration);
void write(JsonWriter &json, const Core::VmPlacements &placements);
void write(JsonWriter &json, const Core::BootGuests &guests);
void write(JsonWriter &json, const Core::RunningGuests &guests);
void write(JsonWriter &json, const Core::ClusterConfig &config);
void write(JsonWriter &json, const Core::FenceDomain &domain);
void write(JsonWriter &json, const Core::NetInterfaces &interfaces);
void write(JsonWriter &json, const Core::Uptime &uptime);
void write(JsonWriter &json, const Core::DrbdNames &names);
void write(JsonWriter &json, const Core::DrbdConfig &config);
void write(JsonWriter &json, const Core::DrbdGenerations &generations);
void write(JsonWriter &json, const Core::DrbdLog &log);
void write(JsonWriter &json, const Core::VolumeGroups &groups);
void write(JsonWriter &json, const Core::PhysicalVolumes &volumes);
void write(JsonWriter &json, const Core::LogicalVolumes &volumes);
void write(JsonWriter &json, const Core::GuestStorage &storage);
void write(JsonWriter &json, const Core::Capacity &capacity);
void write(JsonWriter &json, const Core::IscsiSessions &sessions);
void write(JsonWriter &json, const Core::IscsiTargets &targets);
} // namespace Ctl
