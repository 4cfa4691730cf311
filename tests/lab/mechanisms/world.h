// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance.h"
#include "drbdstate.h"
#include "eventqueue.h"
#include "fencesetup.h"

#include <array>
#include <cstdint>
#include <ctime>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace Lab
{

enum class Stage { Off, Booting, Up };
const char *word(Stage stage);
// How the network answers for a machine that is not there: nobody at all, or a closed port.
enum class Absence { Silent, Refused };
enum class WaitState { None, Quorum, Fencing };

struct Heuristic {
    std::string program;
    int score = 1;
    Time interval{2000};
    int tko = 1;
};

struct FailoverDomain {
    std::string name;
    bool ordered = false;
    bool restricted = false;
    bool nofailback = false;
    std::map<std::string, int> nodes; // and their priorities; 0: none
};

struct ServiceConf {
    int vmid = 0;
    bool autostart = true;
    bool exclusive = false;
    std::string domain;
    std::string recovery = "restart";
    int maxRestarts = 0; // 0: as often as it takes
    Time restartExpire{0};
};

// What the cluster configuration says. In the world: the file in /etc/pve, which is written from it
// unless somebody has written one by hand. In a node: what its daemons have read.
struct Settings {
    std::string clusterName = "pve-ha";
    int configVersion = 5;
    int expectedVotes = 3;
    bool twoNode = false;
    Time token{54000};
    // What cman waits for qdiskd before it takes the disk's votes away; 0: the token, the default
    // of cman 3.2.0.
    Time quorumDevPoll{0};
    Time qdiskInterval{1000};
    int qdiskTko = 10;
    int qdiskTkoUp = 3;
    int qdiskVotes = 1;
    bool masterWins = false;
    bool qdisk = true; // there is a <quorumd>
    int masterWait = 5;
    bool allowKill = false;
    int minScore = 0; // 0: half of the scores and one
    std::vector<Heuristic> heuristics;
    std::string qdiskPath; // the device when there is no label
    std::array<int, 2> nodeVotes{1, 1};
    bool hasManager = true; // there is an <rm>
    std::vector<FailoverDomain> domains;
    std::vector<ServiceConf> services{{100}, {101}, {102}};
    std::string qdiskLabel = "pve_quorum";
    std::string qdiskDevice = "/dev/block/8:33";
    Time postJoinDelay{6000};
    Time postFailDelay{0};
    std::string fenceAction; // empty: the agent's own default, reboot
    std::optional<FenceSetup> fencing; // nothing: bmcFencing()
    Time bootTime{60000};
    Time guestBootTime{25000};
    bool lvmFilter = true; // hides the disks below DRBD from LVM
    int drbdPrefix = 83; // which release's kernel lines: 80, 83, 84 or 90
    Time guestShutdownTime{8000};
    int migrationKiBps = 112640; // what a migration gets of the cluster's network
};

// What cman on one node believes about another.
struct MemberRecord {
    int incarnation = 0;
    Time joined{0};
    // The peer's cman start that was seen when it was lost: the same start coming back has kept
    // its state and may not simply rejoin.
    int lostStart = -1;
};

struct ClusterView {
    std::set<int> members;
    std::map<int, MemberRecord> records;
    bool qdiskVote = false;
    Time qdiskJoined{0};
    int totalVotes = 0;
    int expectedVotes = 3; // the highest of the members
    int quorum = 0;
    bool quorate = false;
    int generation = 0;
    int configVersion = 5;
};

struct FenceRecord {
    int master = 0;
    std::string how = "none";
    Time when{0};
};

struct FenceDomain {
    bool joined = false;
    std::set<int> members;
    std::set<int> victims;
    int victimNow = 0; // from the first attempt until it is fenced
    std::map<int, FenceRecord> last;
    std::map<int, Time> added; // when a member came
    std::map<int, Time> external; // when somebody else fenced it
    bool overrideOpen = false; // the pipe fence_ack_manual writes to exists
    std::string typed; // in the pipe as soon as it opens
    std::vector<std::pair<Time, std::string>> dump; // fenced's own log
};

struct Bmc {
    std::string address;
    int port = 623;
    std::string login = "binome";
    std::string password;
    std::string level = "operator"; // what it grants the cluster's user
    bool powered = true;
};

// A session of open-iscsi: the kernel keeps it, in recovery, while the path is cut.
struct IscsiSession {
    bool loggedIn = true;
    int number = 1;
    Time pathLost{-1}; // negative: the path is good
};

struct Node {
    std::string name;
    int id = 0;
    std::string address;
    std::string drbdAddress;
    std::string mac;
    std::string drbdMac;

    bool mains = true;
    Stage stage = Stage::Up;
    Absence absence = Absence::Silent;
    bool hung = false; // no process of it runs any more; its kernel still accepts connections
    bool sshdHung = false; // only its sshd
    Time upSince{0};
    int boots = 1;
    int memoryMiB = 32768; // for guests
    Bmc bmc;

    bool cman = false;
    int cmanStart = 0; // counts the starts of cman
    Time cmanSince{0};
    bool qdiskd = false;
    bool fenced = false;
    bool rgmanager = false;
    bool drbdLoaded = false;
    bool drbd84 = false; // 8.4 is installed, not 8.3: another first line, another drbdadm
    bool drbdConfBroken = false; // drbdadm cannot read its files; what runs does not care
    bool waitsForPeer = false; // in DRBD's init script, before cman
    ClusterView view;
    FenceDomain fence;
    Settings conf; // what cman, fenced and rgmanager have in memory
    Settings qdiskConf; // qdiskd has read it when it started
    std::optional<std::string> localConf; // /etc/cluster/cluster.conf where it differs
    std::string cmanError; // why cman did not start
    std::string qdiskError; // why qdiskd did not start
    bool groupsLocked = false; // clusvcadm -l: nothing is started by this one
    std::set<std::string> failing; // programs that a heuristic runs in vain
    int confSeen = 0; // World::confSerial of its pmxcfs
    IscsiSession iscsi;

    Time clockSkew{0}; // its wall clock is ahead of the truth by that much
    Time diskDelay{0}; // what each command waits for it
    bool rootFull = false; // no room in /: whatever writes there fails
    // Written by nodelog only: files below its root, the kernel's memory, who logs as whom.
    std::map<std::string, std::string> logs;
    std::deque<std::string> kernelRing;
    int kernelLines = 0;
    std::map<std::string, int> processes;

    bool running() const { return stage == Stage::Up && !hung; }
};

struct QuorumServer {
    std::string name = "quorum";
    std::string address;
    bool mains = true;
    Stage stage = Stage::Up;
    Absence absence = Absence::Silent;
    bool hung = false;
    bool sshdHung = false;
    bool tgtd = true;
    Time upSince{0};

    bool running() const { return stage == Stage::Up && !hung; }
};

enum class GuestState { Stopped, Booting, Running, Paused, IoError };
const char *word(GuestState state);

struct GuestInstance {
    GuestState state = GuestState::Stopped;
    int pid = 0;
    Time since{0};
};

struct Guest {
    int vmid = 0;
    std::string name;
    int homeNode = 1;
    std::string resource;
    bool onboot = true;
    int memoryMiB = 1024;
    int diskGiB = 8;
    int writeKiBps = 64; // while it runs
    int dirtyKiBps = 2048; // of its memory, while it runs
    int configNode = 1; // whose folder of /etc/pve holds its file
    std::string lock; // in that file: what it is busy with
    std::map<int, GuestInstance> on;
    // Processes that execute nothing, by node: waiting for a migration to come, or left by one.
    std::map<int, int> waiting;
    int life = 0; // counts its starts
    Time silentUntil{0}; // it is being handed over
};

enum class MigrationEnd { Running, Moved, Aborted, Problems };

// The last task of `qm migrate` for a guest.
struct Migration {
    int vmid = 0;
    int source = 0;
    int target = 0;
    bool online = true;
    Time started{0};
    std::vector<std::string> log; // the lines it has written
    MigrationEnd end = MigrationEnd::Running;
    std::string name; // its UPID
};

enum class ServiceState {
    Stopped = 110,
    Starting,
    Started,
    Stopping,
    Failed,
    Uninitialized,
    Checking,
    Recoverable,
    Recovering,
    Disabled,
    Migrating
};

struct Service {
    int vmid = 0;
    ServiceState state = ServiceState::Stopped;
    int owner = 0; // 0: nobody
    int lastOwner = 0;
    int restarts = 0;
    bool frozen = false;
    Time transition{0};
    int failedAtRing = -1; // could not start; tried again after the next membership change
    int triedOn = 0; // where it could not start, in this round
    std::vector<Time> restartTimes;
    bool stopFails = false; // its next stop does, and leaves it failed
    int consideredAtRing = -1; // for a better node

    std::string name() const { return "pvevm:" + std::to_string(vmid); }
};

// Everything that is the case. Mechanisms change it, renderers print it, nothing else stores it.
struct World {
    Settings settings;
    std::string committed; // /etc/pve/cluster.conf when written by hand; empty: from the settings
    std::optional<std::string> pending; // /etc/pve/cluster.conf.new
    std::vector<std::string> diskLabels{"pve_quorum"}; // what stands on the shared disks
    int confSerial = 0; // counts the changes of /etc/pve/cluster.conf
    std::array<Node, 2> nodes;
    QuorumServer quorum;
    std::set<std::string> cut; // links that are down
    std::map<std::string, Time> linkDelay;
    std::vector<Resource> resources;
    std::vector<Guest> guests;
    std::vector<Service> services;
    std::map<int, Migration> migrations;
    int qdiskMaster = 0;
    int ringSequence = 8;
    int nextPid = 2210;
    int vmlistVersion = 4;
    int membersVersion = 6;
    std::vector<std::string> log;
    std::uint64_t noted = 0; // lines ever written to it
    Chance chance;

    // Wall clock at virtual zero and how fast virtual time runs: only for printed dates.
    std::time_t wallStart = 0;
    int speed = 1;

    Node &node(int id) { return nodes.at(static_cast<std::size_t>(id - 1)); }
    const Node &node(int id) const { return nodes.at(static_cast<std::size_t>(id - 1)); }
    static int peerOf(int id) { return 3 - id; }
    Node *nodeNamed(const std::string &name);
    Guest *guest(int vmid);
    const Guest *guest(int vmid) const;
    Service *service(int vmid);
    Resource *resource(const std::string &name);
    const Resource *resource(const std::string &name) const;
    std::time_t wall(Time virtualTime) const;
    // The same by the clock of that node, which may be wrong; node 0 is the quorum server.
    std::time_t wallOn(int node, Time virtualTime) const;
    std::string nameOf(int nodeId) const;
};

// A healthy pair as the article leaves it: dual primary, quorum disk, guests at home. Addresses
// are those of one laboratory's network "127.x.y".
World healthyWorld(const std::string &network);

// Which way the packets can go. A machine that is off answers nothing whatever the links say.
bool linkUp(const World &world, const std::string &link);
bool isLink(const std::string &link);
bool clusterPath(const World &world); // totem, between the two nodes
bool drbdPath(const World &world);
bool iscsiPath(const World &world, int node); // initiator to target, target serving
bool bmcPath(const World &world, int observer, int victim);
bool sshPath(const World &world, const std::string &machine);

} // namespace Lab
